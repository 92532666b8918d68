package dev.tidings.access;

import dev.tidings.wire.AdminConnection;
import dev.tidings.wire.KafkaUnusable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** Sets up at Kafka what each principal needs to log in and may do. */
public final class Principals implements AutoCloseable {

  /** RFC 7677 asks for 4,096 at least; Kafka takes no fewer. */
  private static final int ITERATIONS = 4_096;

  private final AdminConnection kafka;

  private Principals(AdminConnection kafka) {
    this.kafka = kafka;
  }

  /**
   * Opens a connection.
   *
   * @param client Kafka client properties of an administrator
   * @throws KafkaUnusable at once when the properties are wrong
   */
  public static Principals at(Map<String, Object> client) {
    return new Principals(AdminConnection.to(client));
  }

  /**
   * Gives each its password (SCRAM-SHA-512), and exactly its rights. Safe to repeat.
   *
   * @throws KafkaUnusable when Kafka does not answer within 10 s, or refuses
   */
  public void setUp(Map<Principal, String> passwords) {
    kafka.await(
        kafka
            .admin()
            .alterUserScramCredentials(passwords.entrySet().stream().map(this::credential).toList())
            .all());
    List<AclBinding> wanted =
        Arrays.stream(Principal.values()).flatMap(one -> one.acls().stream()).toList();
    kafka.await(kafka.admin().createAcls(wanted).all());
    Set<AclBinding> surplus = new HashSet<>();
    for (Principal principal : Principal.values()) {
      surplus.addAll(found(principal));
    }
    wanted.forEach(surplus::remove);
    if (!surplus.isEmpty()) {
      kafka.await(
          kafka.admin().deleteAcls(surplus.stream().map(AclBinding::toFilter).toList()).all());
    }
  }

  private Collection<AclBinding> found(Principal principal) {
    AccessControlEntryFilter its =
        new AccessControlEntryFilter(
            "User:" + principal.principalName(), null, AclOperation.ANY, AclPermissionType.ANY);
    return kafka.await(
        kafka.admin().describeAcls(new AclBindingFilter(ResourcePatternFilter.ANY, its)).values());
  }

  private UserScramCredentialAlteration credential(Map.Entry<Principal, String> password) {
    return new UserScramCredentialUpsertion(
        password.getKey().principalName(),
        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
        password.getValue());
  }

  @Override
  public void close() {
    kafka.close();
  }
}
