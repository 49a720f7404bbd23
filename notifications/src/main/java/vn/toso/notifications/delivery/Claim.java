package vn.toso.notifications.delivery;

import java.util.List;
import java.util.UUID;

/** Pushes that a node has in hand, under an id of its own. */
record Claim(UUID id, List<Push> pushes) {}
