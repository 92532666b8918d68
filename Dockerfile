# One image for every role; what it runs is the jar that was tested. It has no broker.
FROM eclipse-temurin:21-jre AS files
COPY command/target/lib /opt/tidings/lib
COPY command/target/tidings.jar /opt/tidings/tidings.jar
# What it is made of, and under which licences.
COPY LICENSE NOTICE command/target/THIRD-PARTY.txt command/target/tidings.cdx.json /opt/tidings/
# Whatever the umask of who built it: any user of the container can read it, and none can write it.
RUN chmod -R u=rwX,go=rX /opt/tidings

FROM eclipse-temurin:21-jre
COPY --from=files /opt/tidings /opt/tidings
WORKDIR /opt/tidings
USER 10001:10001
ENV TIDINGS_LOG=json
# A role without memory is restarted, rather than left half alive.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=65", "-XX:+UseParallelGC", "-XX:GCTimeRatio=9", "-XX:+ExitOnOutOfMemoryError", "-jar", "tidings.jar"]
CMD ["--help"]
