package dev.tidings.broker;

/** The two ports of a broker: the one that clients know, and any free one for its controller. */
record BrokerPorts(LoopbackPort clients, LoopbackPort controller) implements AutoCloseable {
  static BrokerPorts open(int clientPort) {
    LoopbackPort clients = LoopbackPort.open(clientPort);
    try {
      return new BrokerPorts(clients, LoopbackPort.open(0));
    } catch (RuntimeException noControllerPort) {
      clients.close();
      throw noControllerPort;
    }
  }

  @Override
  public void close() {
    try (clients) {
      controller.close();
    }
  }
}
