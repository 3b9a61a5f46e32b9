/** A stretch of a text, in UTF-16 code units, end exclusive. */
export interface Span {
  start: number
  end: number
}

/** A stretch of text that lies in the same pieces from its start to its end. */
export interface Run<Piece extends Span> extends Span {
  /** The pieces that cover the run, the longest first, so that its mark is the outermost. */
  pieces: Piece[]
}

/** Cuts a stretch of text wherever a piece begins or ends, so that pieces that overlap can be marked. */
export function runsOf<Piece extends Span>({ start, end }: Span, pieces: readonly Piece[]): Run<Piece>[] {
  const inside = pieces.filter((piece) => piece.start < end && start < piece.end)
  const borders = new Set([start, end])
  for (const piece of inside) {
    borders.add(Math.max(piece.start, start))
    borders.add(Math.min(piece.end, end))
  }
  const cuts = [...borders].sort((a, b) => a - b)
  const waiting = [...inside].sort((a, b) => a.start - b.start)
  let open: Piece[] = []
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] as number
    open = open.filter((piece) => piece.end > from)
    while (waiting[0] && waiting[0].start <= from) open.push(waiting.shift() as Piece)
    const longestFirst = [...open].sort((a, b) => b.end - b.start - (a.end - a.start))
    return { start: from, end: to, pieces: longestFirst }
  })
}
