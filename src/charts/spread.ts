/**
 * Centres as near to the wanted ones as possible, so that stretches of the given sizes do not overlap
 * and stay within `[low, high]`. Their order follows the wanted centres, equal ones keep their own.
 * `null` when they do not fit at all.
 */
export function spread(items: { wanted: number; size: number }[], low: number, high: number): number[] | null {
  const total = items.reduce((sum, item) => sum + item.size, 0);
  if (total > high - low + 1e-6) return null;
  const order = items.map((_, i) => i).sort((a, b) => items[a]!.wanted - items[b]!.wanted || a - b);
  const clusters: { members: number[]; size: number; start: number; pull: number }[] = [];
  for (const index of order) {
    const { wanted, size } = items[index]!;
    let cluster = { members: [index], size, start: wanted - size / 2, pull: wanted - size / 2 };
    for (;;) {
      cluster.start = Math.min(Math.max(cluster.pull / cluster.members.length, low), high - cluster.size);
      const before = clusters.at(-1);
      if (!before || before.start + before.size <= cluster.start) break;
      clusters.pop();
      cluster = {
        members: [...before.members, ...cluster.members],
        size: before.size + cluster.size,
        start: 0,
        pull: before.pull + cluster.pull - before.size * cluster.members.length,
      };
    }
    clusters.push(cluster);
  }
  const centres: number[] = new Array(items.length).fill(0);
  for (const cluster of clusters) {
    let edge = cluster.start;
    for (const index of cluster.members) {
      centres[index] = edge + items[index]!.size / 2;
      edge += items[index]!.size;
    }
  }
  return centres;
}
