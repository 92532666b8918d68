package dev.tidings.relationship;

import dev.tidings.relationship.UpdateVersions.Added;
import dev.tidings.update.RelationshipUpdate;

/**
 * What became of one update when a record was added.
 *
 * @param cause the record
 * @param added what the record did to its own update
 * @param before what the update amounted to
 * @param after what it amounts to now
 */
public record Transition(
    RelationshipUpdate cause, Added added, Resolution before, Resolution after) {}
