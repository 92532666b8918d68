package dev.tidings.feed.webhook;

import dev.tidings.feed.webhook.Progress.Halt;
import org.jspecify.annotations.Nullable;

/** What a subscription is at; each offers what can be asked of it then. */
sealed interface State {

  /** For the API. */
  String word();

  /** Why nothing is sent; null when that is no news to its owner. */
  @Nullable String reason();

  /** What can be set going again. */
  sealed interface Resumable extends State {
    Subscription resume();
  }

  /** Entries are sent as they come. */
  record Active(Subscription subscription) implements State {
    Subscription pause() {
      return subscription.pause();
    }

    @Override
    public String word() {
      return "active";
    }

    @Override
    public @Nullable String reason() {
      return null;
    }
  }

  /** Its owner wants nothing for now. */
  record Paused(Subscription subscription) implements Resumable {
    @Override
    public Subscription resume() {
      return subscription.resume();
    }

    @Override
    public String word() {
      return "paused";
    }

    @Override
    public @Nullable String reason() {
      return null;
    }
  }

  /** Its receiver is gone, or failed too often. */
  record Disabled(Subscription subscription, Halt halt) implements Resumable {
    @Override
    public Subscription resume() {
      return subscription.resume();
    }

    @Override
    public String word() {
      return "disabled";
    }

    @Override
    public String reason() {
      return halt.reason();
    }
  }

  /** Its cursor is of a log that this feed is not: only a replay helps. */
  record Astray() implements State {
    @Override
    public String word() {
      return "disabled";
    }

    @Override
    public String reason() {
      return "its cursor is of another feed; replay it from a cursor of this one";
    }
  }

  static State of(Subscription subscription, Progress progress, String log) {
    Halt halt = progress.obeying(subscription).halt();
    if (!subscription.log().equals(log)) {
      return new Astray();
    }
    if (halt != null) {
      return new Disabled(subscription, halt);
    }
    return subscription.paused() ? new Paused(subscription) : new Active(subscription);
  }
}
