/** Two groups that were put together, and how far apart they were. */
interface Merge {
  height: number
  members: number[]
}

export interface Clustering {
  /** Positions of the series, neighbours alike. */
  order: number[]
  /** Each step, the nearest first. */
  merges: Merge[]
}

/**
 * In which order do like series stand together? Average linkage (UPGMA): the two nearest groups are put together until
 * one is left; the distance of groups is the mean distance of their members.
 * @param distances symmetric, n × n, 0 on the diagonal; of correlations ρ, 1 − ρ
 * @returns the order of R's hclust: the tighter group first, and single series in their own order
 * @throws RangeError when the matrix is not square
 * @see R. R. Sokal, C. D. Michener, A Statistical Method for Evaluating Systematic Relationships (1958)
 * @example clusterOrder([[0, 2, 1], [2, 0, 2], [1, 2, 0]]).order // [1, 0, 2]
 */
export function clusterOrder(distances: readonly (readonly number[])[]): Clustering {
  if (distances.some((row) => row.length !== distances.length)) throw new RangeError('a matrix of distances is square')
  const groups: Group[] = distances.map((row, position) => ({ members: [position], distances: [...row], step: -1 }))
  const merges: Merge[] = []
  while (groups.length > 1) {
    const { first, second, height } = nearestPair(groups)
    const [a, b] = [groups[first], groups[second]] as [Group, Group]
    const members = [a, b].sort(tighterFirst).flatMap((group) => group.members)
    groups[first] = { members, distances: meanDistances(a, b), step: merges.length }
    merges.push({ height, members })
    for (const [place, group] of groups.entries()) group.distances[first] = groups[first].distances[place] as number
    groups.splice(second, 1)
    for (const group of groups) group.distances.splice(second, 1)
  }
  return { order: groups[0]?.members ?? [], merges }
}

interface Group {
  members: number[]
  /** To each group, in the order of the groups. */
  distances: number[]
  /** Which merge made it; -1 for a single series. */
  step: number
}

/** The first of the nearest pairs. */
function nearestPair(groups: readonly Group[]): { first: number; second: number; height: number } {
  let found = { first: 0, second: 1, height: Number.POSITIVE_INFINITY }
  for (const [first, { distances }] of groups.entries()) {
    for (let second = first + 1; second < groups.length; second++) {
      const height = distances[second] as number
      if (height < found.height) found = { first, second, height }
    }
  }
  return found
}

/** Distances of what two groups make together: means, each weighted by its members. */
function meanDistances(a: Group, b: Group): number[] {
  const [sizeA, sizeB] = [a.members.length, b.members.length]
  return a.distances.map((toA, place) => (toA * sizeA + (b.distances[place] as number) * sizeB) / (sizeA + sizeB))
}

/** Single series before groups, the earlier first; then the group that came together first. */
function tighterFirst(a: Group, b: Group): number {
  return a.step - b.step || (a.members[0] as number) - (b.members[0] as number)
}
