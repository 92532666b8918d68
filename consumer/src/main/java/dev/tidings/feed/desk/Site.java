package dev.tidings.feed.desk;

/**
 * What the server is, for whoever looks at a page.
 *
 * @param assets the path under which scripts and styles of this version are
 * @param takesUpdates whether updates can be published here
 * @param kafka where readers reach Kafka, {@code host:port}
 */
record Site(String assets, boolean takesUpdates, String kafka) {}
