package dev.tidings.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Requests as bytes, so that they can say what no client of Java's would. */
final class Wire {

  private Wire() {}

  /** An answer. */
  record Said(String head, String body) {

    int status() {
      return Integer.parseInt(head.split(" ", 3)[1]);
    }

    /** Its fields but {@code Date}, in the order of their names. */
    List<String> fields() {
      return head.lines()
          .skip(1)
          .filter(line -> !line.startsWith("Date:"))
          .sorted(String.CASE_INSENSITIVE_ORDER)
          .toList();
    }
  }

  /** These header fields, and this machine as the host. */
  static String[] local(String... fields) {
    return Stream.concat(Stream.of("Host: localhost"), Stream.of(fields)).toArray(String[]::new);
  }

  /** Sends a request with these header fields, {@code Host} among them. */
  static Said send(HttpServer to, String line, String... fields) throws IOException {
    StringBuilder request = new StringBuilder(line).append(" HTTP/1.1\r\n");
    for (String field : fields) {
      request.append(field).append("\r\n");
    }
    return raw(to, request.append("Connection: close\r\n\r\n").toString());
  }

  /** Sends these characters, each as one byte. */
  static Said raw(HttpServer to, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), to.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      int end = all.indexOf("\r\n\r\n");
      return new Said(all.substring(0, end), all.substring(end + 4));
    }
  }
}
