package dev.tidings.update;

/**
 * The sectors that there are, and which of them act for the state.
 *
 * <p>The codes and their meanings are the sector primary codes of the <a
 * href="https://github.com/openeventdata/PLOVER">PLOVER manual</a> (draft 0.8, 2021, by the PLOVER
 * group), restated here as facts. {@code NGO} is one of PLOVER's codes for actors without a state;
 * {@code UNK} is Tidings' own. {@code docs/formats.md} says what each code means.
 *
 * <p>Police and courts do not act for the state here: when they arrest or sentence a private
 * person, that is no act of one state towards another.
 */
public enum KnownSector {
  /** The executive: head of state, government, ministries and their agencies. */
  GOV(true),
  /** Courts and judges. */
  JUD(false),
  /** Parliaments and their members. */
  LEG(true),
  /** Armed forces of the state. */
  MIL(true),
  /** Police and criminal investigators. */
  COP(false),
  /** Political opposition. */
  OPP(false),
  /** Parties that are neither in government nor in opposition. */
  PTY(false),
  /** Armed opposition. */
  REB(false),
  /** Armed groups that do not oppose their government. */
  PRM(false),
  /** Intelligence services of the state. */
  SPY(true),
  /** Armed people of whom nothing more is known. */
  UAF(false),
  /** Civilians; the code for any private person. */
  CVL(false),
  /** Former officials and celebrities. */
  ELI(false),
  BUS(false),
  /** Schools, teachers and students. */
  EDU(false),
  /** Health: PLOVER's {@code MED} is not CAMEO's, which means the media. */
  MED(false),
  /** Organised labour. */
  LAB(false),
  AGR(false),
  /** Journalists and the media. */
  JRN(false),
  REF(false),
  REL(false),
  /** Civil society that no other code covers. */
  SOC(false),
  CRM(false),
  NGO(false),
  /** A side that a source names without saying what it is. */
  UNK(false);

  private final boolean actsForState;

  KnownSector(boolean actsForState) {
    this.actsForState = actsForState;
  }

  public boolean actsForState() {
    return actsForState;
  }
}
