package dev.tidings.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderInUseTest {
  private static final long OURS = ProcessHandle.current().pid();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void refusesASecondBrokerOfThisJvmByWhateverPath() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    try (FolderLock held = FolderLock.take(folder)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> EmbeddedBroker.start(link, 0))
          .isInstanceOf(BrokerFailure.class)
          .hasMessage("%s: in use by process %d; stop it, or choose another folder", link, OURS);
    }
  }

  @Test
  void refusesABrokerOfAnotherProcessEvenAfterAnAttemptOfThisOne() throws Exception {
    try (FolderLock held = FolderLock.take(folder)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> FolderLock.take(folder)).isInstanceOf(BrokerFailure.class);

      try (OtherProcess other = OtherProcess.starting(folder)) {
        assertThat(other.lastWords())
            .containsExactly(
                "%s: in use by process %d; stop it, or choose another folder"
                    .formatted(folder, OURS));
        assertThat(other.exitStatus()).isEqualTo(1);
      }
    }
  }

  @Test
  void namesTheOtherProcessThatHoldsIt() throws Exception {
    try (OtherProcess other = OtherProcess.holding(folder)) {
      assertThat(other.says()).startsWith("holds");

      assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
          .isInstanceOf(BrokerFailure.class)
          .hasMessage(
              "%s: in use by process %d; stop it, or choose another folder", folder, other.pid());
    }
  }

  @Test
  void isOverWhenTheHolderClosesIt() {
    FolderLock.take(folder).close();

    try (FolderLock next = FolderLock.take(folder)) {
      assertThat(next).isNotNull();
    }
  }
}
