/**
 * Returns an order with similar series next to each other, by hierarchical clustering.
 * @param distances distance of each pair of series, n × n, symmetric, 0 on the diagonal, any unit; for correlations ρ
 *   use 1 − ρ
 * @returns positions of the series, and each merge with its height in the unit of the distances; both empty for no
 *   series. Convention: average linkage (UPGMA), the distance of two groups is the mean distance of their members.
 *   Order as in R's hclust: the tighter group first, single series in their own order. Every distance must be known
 * @throws RangeError when the matrix is not square
 * @see R. R. Sokal, C. D. Michener, A Statistical Method for Evaluating Systematic Relationships, University of Kansas
 *   Science Bulletin 38 (1958)
 * @see R, hclust(method = "average")
 * @example clusterOrder([[0, 2, 1], [2, 0, 2], [1, 2, 0]]).order // [1, 0, 2]
 */
export function clusterOrder(distances: readonly (readonly number[])[]): Clustering {
  if (distances.some((row) => row.length !== distances.length)) {
    throw new RangeError('the matrix of distances must be square')
  }
  const groups: Group[] = distances.map((row, position) => ({ members: [position], distances: [...row], step: -1 }))
  const merges: Merge[] = []
  while (groups.length > 1) merges.push(mergeNearest(groups, merges.length))
  return { order: groups[0]?.members ?? [], merges }
}

export interface Clustering {
  /** Positions of the series, similar ones next to each other. */
  order: number[]
  /** Each step, the nearest pair first. */
  merges: Merge[]
}

/** Two groups that were merged. */
interface Merge {
  /** Distance between the two groups. */
  height: number
  /** Positions of all their series, in their order. */
  members: number[]
}

interface Group {
  members: number[]
  /** Distance to each group, in the order of the groups. */
  distances: number[]
  /** The step that made the group; -1 for a single series. */
  step: number
}

/** Replaces the two nearest groups by one at the position of the first. */
function mergeNearest(groups: Group[], step: number): Merge {
  const { first, second, height } = nearestPair(groups)
  const [a, b] = [groups[first], groups[second]] as [Group, Group]
  const members = [a, b].sort(tighterFirst).flatMap((group) => group.members)
  const merged = { members, distances: meanDistances(a, b), step }
  groups[first] = merged
  for (const [position, group] of groups.entries()) group.distances[first] = merged.distances[position] as number
  groups.splice(second, 1)
  for (const group of groups) group.distances.splice(second, 1)
  return { height, members }
}

/** Returns the first of the nearest pairs. */
function nearestPair(groups: readonly Group[]): { first: number; second: number; height: number } {
  let nearest = { first: 0, second: 1, height: Number.POSITIVE_INFINITY }
  for (const [first, { distances }] of groups.entries()) {
    for (let second = first + 1; second < groups.length; second++) {
      const height = distances[second] as number
      if (height < nearest.height) nearest = { first, second, height }
    }
  }
  return nearest
}

/** Returns the distances of two groups as one: means, each weighted by the number of members. */
function meanDistances(a: Group, b: Group): number[] {
  const [sizeA, sizeB] = [a.members.length, b.members.length]
  return a.distances.map((toA, position) => (toA * sizeA + (b.distances[position] as number) * sizeB) / (sizeA + sizeB))
}

/** Sorts single series before groups, the earlier first, and groups by the step that made them. */
function tighterFirst(a: Group, b: Group): number {
  return a.step - b.step || (a.members[0] as number) - (b.members[0] as number)
}
