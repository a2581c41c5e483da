//! stub
/// stub
pub fn country_of_demonym(_: &str) -> Option<&'static str> {
    None
}
