package dev.tidings.wire;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A connection to ask Kafka about itself: it answers within 12 s, or a line says why not. */
public final class AdminConnection implements AutoCloseable {

  static final long WAIT_SECONDS = 10;

  private final Admin admin;
  private final String bootstrap;

  private AdminConnection(Admin admin, String bootstrap) {
    this.admin = admin;
    this.bootstrap = bootstrap;
  }

  /**
   * Opens one.
   *
   * @param client Kafka client properties, {@code bootstrap.servers} among them
   * @throws KafkaUnusable at once when the properties are wrong
   */
  public static AdminConnection to(Map<String, Object> client) {
    String bootstrap = String.valueOf(client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
    Properties settings = new Properties();
    settings.putAll(client);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) WAIT_SECONDS * 1_000);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) WAIT_SECONDS * 1_000);
    try {
      return new AdminConnection(Admin.create(settings), bootstrap);
    } catch (KafkaException e) {
      throw KafkaUnusable.because(bootstrap, e);
    }
  }

  /** Where Kafka answers. */
  public String bootstrap() {
    return bootstrap;
  }

  /** What to ask with. */
  public Admin admin() {
    return admin;
  }

  /**
   * Waits for an answer.
   *
   * @throws TopicExistsException when that is the answer
   * @throws UnknownTopicOrPartitionException when that is the answer
   * @throws KafkaUnusable when there is none in time, or any other failure
   */
  public <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get(WAIT_SECONDS + 2, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException there) {
        throw there;
      }
      if (e.getCause() instanceof UnknownTopicOrPartitionException missing) {
        throw missing;
      }
      throw KafkaUnusable.because(bootstrap, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw KafkaUnusable.because(bootstrap, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw KafkaUnusable.because(bootstrap, e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(1));
  }
}
