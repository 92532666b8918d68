package dev.tidings.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.party.Party;
import dev.tidings.update.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of tokens, good and bad. */
class TokensFileTest {

  @TempDir Path folder;

  @Test
  void saysWhoHoldsAToken() throws IOException {
    NewToken desk = NewToken.forPublisher("desk");
    NewToken wire = NewToken.forPublisher("wire");
    String some = desk.entry().replace("}", ",\"parties\":[\"IRN\"],\"kinds\":[\"visit\"]}");

    Tokens tokens = Tokens.in(file("[" + some + "," + wire.entry() + "]"));

    assertThat(tokens.of("Bearer " + desk.secret()))
        .hasValueSatisfying(
            holder -> {
              assertThat(holder.name()).isEqualTo("desk");
              assertThat(holder.parties()).containsExactly(new Party("IRN"));
              assertThat(holder.kinds()).containsExactly(Kind.VISIT);
            });
    assertThat(tokens.of("bearer  " + wire.secret())).map(Publisher::name).hasValue("wire");
  }

  @Test
  void knowsNoOther() throws IOException {
    NewToken desk = NewToken.forPublisher("desk");
    Tokens tokens = Tokens.in(file("[" + desk.entry() + "]"));

    assertThat(tokens.of(null)).isEmpty();
    assertThat(tokens.of("")).isEmpty();
    assertThat(tokens.of("Bearer ")).isEmpty();
    assertThat(tokens.of(desk.secret())).isEmpty();
    assertThat(tokens.of("Basic " + desk.secret())).isEmpty();
    assertThat(tokens.of("Bearer " + desk.secret() + "x")).isEmpty();
  }

  @Test
  void isToldAllThatIsWrong() {
    assertThatThrownBy(
            () ->
                Tokens.in(
                    file(
                        "[{\"name\":\"Desk 1\",\"sha256\":\""
                            + "0".repeat(64)
                            + "\"},"
                            + "{\"sha256\":\"AB\",\"kinds\":[],\"parties\":[\"XX\"],\"role\":\"\"},7]")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tokens.json: [0].name: 'Desk 1'")
        .hasMessageContaining("[1].role: unknown field")
        .hasMessageContaining("[1].name: missing")
        .hasMessageContaining("[1].sha256: expected 64")
        .hasMessageContaining("[1].kinds: expected a list of at least one")
        .hasMessageContaining("[1].parties[0]: unknown party 'XX'")
        .hasMessageContaining("[2]: no object");
  }

  @Test
  void isNeededWhereOthersCanConnect() {
    assertThatThrownBy(() -> Tokens.in(folder.resolve("none")))
        .hasMessageContaining("none: cannot be read");
    assertThatThrownBy(() -> Access.of(null, HttpServer.Settings.at("192.0.2.1", 80)))
        .hasMessageContaining("192.0.2.1 can be reached from elsewhere");
    assertThat(Access.of(null, HttpServer.Settings.at("::1", 80))).isNotNull();
  }

  @Test
  void holdsNoSecret() {
    NewToken token = NewToken.forPublisher("desk");

    assertThat(token.secret()).matches("tidings_[A-Za-z0-9_-]{43}");
    assertThat(token.toString()).doesNotContain(token.secret());
    assertThat(token.entry()).matches("\\{\"name\":\"desk\",\"sha256\":\"[0-9a-f]{64}\"}");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("tokens.json"), text);
  }
}
