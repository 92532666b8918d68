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
  GOV(true, "the government"),
  /** Courts and judges. */
  JUD(false, "courts"),
  /** Parliaments and their members. */
  LEG(true, "parliament"),
  /** Armed forces of the state. */
  MIL(true, "the armed forces"),
  /** Police and criminal investigators. */
  COP(false, "police"),
  /** Political opposition. */
  OPP(false, "the opposition"),
  /** Parties that are neither in government nor in opposition. */
  PTY(false, "a political party"),
  /** Armed opposition. */
  REB(false, "rebels"),
  /** Armed groups that do not oppose their government. */
  PRM(false, "paramilitaries"),
  /** Intelligence services of the state. */
  SPY(true, "intelligence services"),
  /** Armed people of whom nothing more is known. */
  UAF(false, "unidentified gunmen"),
  /** Civilians; the code for any private person. */
  CVL(false, "private people"),
  /** Former officials and celebrities. */
  ELI(false, "public figures"),
  BUS(false, "business"),
  /** Schools, teachers and students. */
  EDU(false, "schools and students"),
  /** Health: PLOVER's {@code MED} is not CAMEO's, which means the media. */
  MED(false, "health workers"),
  /** Organised labour. */
  LAB(false, "organised labour"),
  AGR(false, "farmers"),
  /** Journalists and the media. */
  JRN(false, "the media"),
  REF(false, "refugees"),
  REL(false, "religious groups"),
  /** Civil society that no other code covers. */
  SOC(false, "civil society"),
  CRM(false, "criminals"),
  NGO(false, "non-governmental organisations"),
  /** A side that a source names without saying what it is. */
  UNK(false, "unspecified people or groups");

  private final boolean actsForState;
  private final String words;

  KnownSector(boolean actsForState, String words) {
    this.actsForState = actsForState;
    this.words = words;
  }

  public boolean actsForState() {
    return actsForState;
  }

  /** Who acts in it, in a few words: {@code police}, {@code the armed forces}. */
  public String inWords() {
    return words;
  }
}
