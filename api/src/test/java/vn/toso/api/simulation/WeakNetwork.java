package vn.toso.api.simulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import vn.toso.seed.phone.Transport;

/**
 * Between one phone and the nodes. While it is weak it loses requests and answers, brings a request to both nodes at once,
 * or holds one back until later ones have arrived. It also watches who fetches everything anew, and why.
 */
final class WeakNetwork implements Transport {

    private static final String FROM_THE_BEGINNING = "/v1/sync/pull";

    private final Cluster cluster;
    private final String token;
    private final Random dice;
    private final List<Request> heldBack = new ArrayList<>();
    private boolean weak;
    private boolean holdsSomething;
    private int resyncs;
    private int fetchedAnewUntold;

    WeakNetwork(Cluster cluster, String token, Random dice) {
        this.cluster = cluster;
        this.token = token;
        this.dice = dice;
    }

    @Override
    public Answer send(Request request) throws IOException {
        boolean begins = request.path().equals(FROM_THE_BEGINNING);
        fetchedAnewUntold += begins && holdsSomething ? 1 : 0;
        Answer answer = carry(request);
        if (request.path().startsWith(FROM_THE_BEGINNING)) {
            boolean tooOld = isTooOld(answer);
            resyncs += tooOld ? 1 : 0;
            holdsSomething = answer.status() == 200 || (holdsSomething && !tooOld);
        }
        return answer;
    }

    private static boolean isTooOld(Answer answer) {
        return answer.status() >= 400 && answer.body().path("code").asString("").equals("resync-required");
    }

    private Answer carry(Request request) throws IOException {
        int node = dice.nextInt(Cluster.NODES);
        int luck = weak ? dice.nextInt(100) : 100;
        if (luck < 8) {
            throw new IOException("lost on the way there");
        }
        if (luck < 16) {
            heldBack.add(request);
            throw new IOException("held back");
        }
        if (luck < 24) {
            cluster.send(node, request, token);
            throw new IOException("lost on the way back");
        }
        return luck < 32 ? twice(node, request) : cluster.send(node, request, token);
    }

    /** Both at the same instant, each at another node. */
    private Answer twice(int node, Request request) throws IOException {
        CompletableFuture<Void> copy = CompletableFuture.runAsync(() -> deliver(1 - node, request));
        try {
            return cluster.send(node, request, token);
        } finally {
            copy.join();
        }
    }

    /** What was held back arrives now, behind what was sent after it; its sender has long given up. */
    void deliverHeldBack() {
        List<Request> late = List.copyOf(heldBack);
        heldBack.clear();
        late.forEach(request -> deliver(dice.nextInt(Cluster.NODES), request));
    }

    private void deliver(int node, Request request) {
        try {
            cluster.send(node, request, token);
        } catch (IOException nobodyWaitsForIt) {
            // As in life.
        }
    }

    void weaken() {
        weak = true;
    }

    /** From now on everything arrives, once and at once. */
    void heal() {
        weak = false;
        deliverHeldBack();
    }

    /** A way to the nodes that is always good and nobody watches. */
    Transport byWire() {
        return request -> cluster.send(0, request, token);
    }

    /** How often the server said that the phone was away for too long. */
    int resyncs() {
        return resyncs;
    }

    /** How often the phone fetched everything anew though nobody had told it to: it had found a hole. */
    int fetchedAnewUntold() {
        return fetchedAnewUntold;
    }
}
