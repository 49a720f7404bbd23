package vn.toso.domain.campaign;

/** Where a campaign stands; it only goes forward. */
public enum CampaignState {
    /** Written down; nobody has work from it yet. */
    DRAFT,
    /** Its tasks are being made. */
    LAUNCHING,
    /** Its tasks are out. */
    RUNNING,
    /** What is open of its tasks is being cancelled. */
    ENDING,
    ENDED;

    /** Whether a household that has work to do for it joins. */
    public boolean takesHouseholds() {
        return this == LAUNCHING || this == RUNNING;
    }

    /** Whether none of its tasks may be open any more. */
    public boolean isOver() {
        return this == ENDING || this == ENDED;
    }
}
