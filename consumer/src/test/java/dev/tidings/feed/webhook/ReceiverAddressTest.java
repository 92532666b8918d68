package dev.tidings.feed.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.http.AddressText;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverAddressTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, unspecified",
    "0.1.2.3, unspecified",
    "10.0.0.1, private",
    "100.64.0.1, carrier's private",
    "100.127.255.255, carrier's private",
    "127.0.0.1, loopback",
    "127.255.255.254, loopback",
    "169.254.169.254, link-local",
    "172.16.0.1, private",
    "172.31.255.255, private",
    "192.0.0.170, reserved",
    "192.0.2.1, documentation",
    "192.88.99.1, 6to4",
    "192.168.1.1, private",
    "198.18.0.1, benchmarking",
    "198.51.100.7, documentation",
    "203.0.113.9, documentation",
    "224.0.0.1, multicast",
    "239.255.255.255, multicast",
    "240.0.0.1, reserved",
    "255.255.255.255, broadcast",
    "::, unspecified",
    "::1, loopback",
    "::127.0.0.1, reserved",
    "::ffff:127.0.0.1, loopback",
    "::ffff:7f00:1, loopback",
    "::ffff:a00:1, private",
    "::ffff:0:127.0.0.1, reserved",
    "64:ff9b::7f00:1, loopback",
    "64:ff9b::10.0.0.1, private",
    "64:ff9b:1::1, reserved",
    "100::1, reserved",
    "2001::1, Teredo",
    "2001:2::1, reserved",
    "2001:10::1, reserved",
    "2001:db8::1, documentation",
    "2002:7f00:1::1, 6to4",
    "2a00:1450::5efe:127.0.0.1, reserved",
    "2a00:1450::200:5efe:10.0.0.1, reserved",
    "3fff::1, documentation",
    "4000::1, reserved",
    "5f00::1, reserved",
    "fc00::1, private",
    "fd12:3456::1, private",
    "fe80::1, link-local",
    "fec0::1, private",
    "ff02::1, multicast",
  })
  void isRefusedWhenItIsSpecial(String address, String word) {
    assertThat(SpecialAddresses.whatIsSpecial(AddressText.parse(address).orElseThrow()))
        .contains(word.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2001:4860:4860::8888",
        "2a00:1450:4001::1",
        "2606:4700::1111"
      })
  void isAllowedWhenItIsPublic(String address) {
    assertThat(SpecialAddresses.whatIsSpecial(AddressText.parse(address).orElseThrow())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://0x7f.0.0.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://127.000.000.001/",
        "http://127.0.0.1./",
        "http://127.0.0.1../",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://a.0x1/",
        "http://[fe80::1%25eth0]/",
        "http://[::1/",
        "http://user@example.org/",
        "http://example.org@127.0.0.1/",
        "http://127.0.0.1\\@example.org/",
        "http://example.org#@127.0.0.1/",
        "http://bücher.example/",
        "http://①②⑦.⓪.⓪.①/",
        "http://127。0。0。1/",
        "http://localhost%00.example.org/",
        "http://exa mple.org/",
        "http://example.org:0/",
        "http://example.org:65536/",
        "http:///path",
        "http:example.org",
        "//example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "jar:http://example.org!/",
        "",
      })
  void isRefusedInAnUnusualSpelling(String url) {
    assertThatThrownBy(() -> ReceiverUrl.parse(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/",
        "HTTP://LOCALHOST/",
        "http://localhost./",
        "http://[::1]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://0.0.0.0/",
        "http://[::]/",
      })
  void isRefusedHoweverThisMachineIsSpelled(String url) {
    try (Gate gate = new Gate(Resolver.system(), false)) {
      assertThatThrownBy(() -> gate.open(ReceiverUrl.parse(url).host()).get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(Gate.Closed.class);
    }
  }

  @Test
  void isRefusedWhenOneOfSeveralIsSpecial() {
    Resolver both =
        host ->
            List.of(InetAddress.getByName("93.184.215.14"), InetAddress.getByName("192.168.0.1"));
    try (Gate gate = new Gate(both, false)) {
      assertThatThrownBy(() -> gate.open("example.org").get())
          .hasMessageContaining("its host has a private address")
          .hasMessageNotContaining("192.168");
    }
  }
}
