package ma.balagh.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecialRangeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0",
                "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "8.8.8.8",
                "2000::", "2606:4700::1111", "2a00:1450:4007::1", "2001:200::", "2001:4860:4860::8888", "2003::",
                "3ffe:ffff::", "3fff:1000::", "3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
            })
    void leavesThePublicInternetAlone(String address) {
        assertThat(SpecialRange.purposeOf(InetAddress.ofLiteral(address))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.255.255.255, this network",
        "10.255.255.255, private",
        "100.127.255.255, shared behind a carrier's NAT",
        "127.255.255.255, loopback",
        "169.254.255.255, link-local",
        "172.31.255.255, private",
        "198.19.255.255, for benchmarks",
        "239.255.255.255, multicast",
        "255.255.255.255, reserved",
        "::, unspecified",
        "::1, loopback",
        "::7f00:1, an IPv4 address in IPv6",
        "64:ff9b::808:808, an IPv4 address behind NAT64",
        "64:ff9b:1:ffff::, an IPv4 address behind NAT64",
        "100::1, reserved",
        "1fff:ffff::, reserved",
        "4000::, reserved",
        "5f00::1, reserved",
        "2001::1, a Teredo tunnel",
        "2001:20::1, for protocol assignments",
        "2001:1ff:ffff::, for protocol assignments",
        "2001:db8:ffff::, for documentation",
        "2002:ffff::, a 6to4 tunnel",
        "3fff:fff:ffff::, for documentation",
        "fdff::1, unique local",
        "fe80::1, link-local",
        "febf::1, link-local",
        "ff0e::1, multicast"
    })
    void knowsWhatAnAddressIsFor(String address, String purpose) {
        assertThat(SpecialRange.purposeOf(InetAddress.ofLiteral(address))).contains(purpose);
    }

    @Test
    void seesThroughAMappedAddressThatAResolverHandsOut() throws UnknownHostException {
        // Given
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        mapped[12] = 127;
        mapped[15] = 1;
        // Then
        assertThat(SpecialRange.purposeOf(InetAddress.getByAddress(mapped))).contains("loopback");
        assertThat(SpecialRange.purposeOf(Inet6Address.getByAddress(null, mapped, 0)))
                .isPresent();
    }
}
