//! Refuses addresses that only this machine or its neighbours can reach.
//!
//! In: a host. Out: the addresses that it has, if all of them are public. What is checked is what is
//! connected to, at every redirect, so that no name can lead inside; `--allow-private` turns it off.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Looks up hosts and refuses those that are not public.
#[derive(Debug)]
pub(super) struct Guard {
    pub(super) allow_private: bool,
}

/// An address that is refused.
#[derive(Debug, thiserror::Error)]
#[error("{0} is no public address")]
pub(super) struct Private(IpAddr);

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        let private = found.iter().map(|it| it.ip()).find(|it| !is_public(*it));
        match private.filter(|_| !self.allow_private) {
            Some(address) => Err(ureq::Error::Other(Box::new(Private(address)))),
            None => Ok(found),
        }
    }
}

/// Returns whether anybody can reach `address`.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let protocol = a == 192 && b == 0 && c == 0;
    let benchmark = a == 198 && (b == 18 || b == 19);
    let reserved = a == 0 || a >= 224;
    !(address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || shared
        || protocol
        || benchmark
        || reserved)
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let words = address.segments();
    // Addresses of the older sort may hide in those of the newer one.
    let older = match words {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            Some((high, low))
        }
        [0x2002, high, low, ..] => Some((high, low)),
        _ => None,
    };
    if let Some((high, low)) = older {
        return is_public_v4(Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low)));
    }
    let global = words[0] & 0xe000 == 0x2000; // 2000::/3 is all that was ever given out
    let documentation = words[0] == 0x2001 && words[1] == 0xdb8 || words[0] == 0x3fff;
    let protocol = words[0] == 0x2001 && words[1] < 0x200;
    global && !documentation && !protocol
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_are_public() {
        for address in ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8"] {
            check(address, true);
        }
        for address in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "ff02::1",
            "::7f00:1",
        ] {
            check(address, false);
        }
    }

    #[track_caller]
    fn check(address: &str, expected: bool) {
        assert_eq!(is_public(address.parse().expect("it is an address")), expected, "{address}");
    }
}
