package vn.toso.seed.generator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Hands out a total in whole numbers, in proportion to weights and exactly to the last one. */
final class Apportion {

    private Apportion() {}

    /** Largest remainders first. */
    static int[] of(int total, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        int[] shares = new int[weights.length];
        double[] rests = new double[weights.length];
        int given = 0;
        for (int i = 0; i < weights.length; i++) {
            double exact = total * weights[i] / sum;
            shares[i] = (int) Math.floor(exact);
            rests[i] = exact - shares[i];
            given += shares[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -rests[i]))
                .limit(total - given)
                .forEach(i -> shares[i]++);
        return shares;
    }

    /** Like {@link #of}, but nobody gets less than {@code least} or more than {@code most}. */
    static int[] of(int total, double[] weights, int least, int most) {
        int[] shares = of(total, weights);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.max(least, Math.min(most, shares[i]));
        }
        int missing = total - Arrays.stream(shares).sum();
        for (int i = 0; missing != 0; i = (i + 1) % shares.length) {
            int step = Integer.signum(missing);
            if (shares[i] + step >= least && shares[i] + step <= most) {
                shares[i] += step;
                missing -= step;
            }
        }
        return shares;
    }
}
