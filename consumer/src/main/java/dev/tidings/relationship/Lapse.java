package dev.tidings.relationship;

import dev.tidings.summary.StandingThread;
import dev.tidings.update.EdtfDate;
import dev.tidings.update.RelationshipUpdate;

/**
 * A thread that held until its time had passed.
 *
 * @param thread as it stands now
 * @param until until when it held
 * @param lastMovedBy the update that moved it last
 */
public record Lapse(StandingThread thread, EdtfDate until, RelationshipUpdate lastMovedBy) {}
