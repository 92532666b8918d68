package dev.tidings.update;

/**
 * What an update says of a claim.
 *
 * @param uri the claim's uri
 */
public record Response(String uri, Position position) {

  public Response {
    UpdateId.checkUri(uri);
  }
}
