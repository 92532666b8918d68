/**
 * The climate: how warm things are between two states, on a day and over the years.
 *
 * <p>Editions that count enter the {@link dev.tidings.relationship.climate.Weights}, day by day,
 * and with a day the claims that were pending on it. A score, a trend and their evidence leave,
 * which {@link dev.tidings.relationship.climate.ClimateFold} computes for the summary and for the
 * chart over the years.
 */
@NullMarked
package dev.tidings.relationship.climate;

import org.jspecify.annotations.NullMarked;
