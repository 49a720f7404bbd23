/** The benchmark of the main job: ratios against a baseline in the same run. The README names the command. */
package vn.toso.api.benchmark;
