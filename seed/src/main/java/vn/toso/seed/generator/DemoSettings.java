package vn.toso.seed.generator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which demo is made up. Beside these, {@code toso.demo} itself says whether there is one.
 *
 * @param size how much of the province; {@code province} is for a real MongoDB
 * @param seed the same number makes the same demo on the same day
 */
@ConfigurationProperties("toso.demo")
record DemoSettings(
        @DefaultValue("commune") DemoSize size,
        @DefaultValue("1") long seed) {}
