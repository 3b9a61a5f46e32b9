/** Returns the index of the first place that starts at an offset or after it, of places in order. */
export function firstAtOrAfter(places: readonly { start: number }[], start: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
