/** What telling offices apart takes from a language. */
export interface OfficeKnowledge {
  ranks: {
    /** The words of offices of which one person holds one at a time, and one word for those that are the same: "sen." */
    words: ReadonlyMap<string, string>
    /** Ranks that several hold, each with a field of its own: "minister". */
    fielded: ReadonlySet<string>
    /** Words that make another rank of one: "deputy". */
    lower: ReadonlySet<string>
    /** Words that tell that an office is over: "former". */
    past: ReadonlySet<string>
    /** Words of an office that name no field: "of", "new". */
    fillers: ReadonlySet<string>
  }
}

/** An office in its parts. */
interface Office {
  ranks: Set<string>
  isLower: boolean
  isPast: boolean
  field: Set<string>
}

/** Whether nobody holds both offices at one time: "mayor" and "minister", "mayor" and "deputy mayor". */
export function excludes(a: string, b: string, language: OfficeKnowledge): boolean {
  const [one, other] = [readOffice(a, language), readOffice(b, language)]
  if (one.ranks.size === 0 || other.ranks.size === 0) return false
  const shared = [...one.ranks].filter((rank) => other.ranks.has(rank))
  // Whoever was a minister may be mayor now, but not the minister.
  if (one.isPast !== other.isPast) return shared.length > 0 && one.isLower === other.isLower
  if (shared.length === 0) return !one.isPast
  if (one.isLower !== other.isLower) return true
  const fielded = shared.some((rank) => language.ranks.fielded.has(rank))
  return fielded && one.field.size > 0 && other.field.size > 0 && !meet(one.field, other.field)
}

/** Whether two offices are one, as far as their words tell: "Transport Minister" and "minister of transport". */
export function isSameOffice(a: string, b: string, language: OfficeKnowledge): boolean {
  if (excludes(a, b, language)) return false
  const [one, other] = [readOffice(a, language), readOffice(b, language)]
  if (meet(one.ranks, other.ranks)) return true
  const [few, many] = one.field.size < other.field.size ? [one.field, other.field] : [other.field, one.field]
  return few.size > 0 && [...few].every((word) => many.has(word))
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((word) => b.has(word))

function readOffice(office: string, { ranks }: OfficeKnowledge): Office {
  const read: Office = { ranks: new Set(), isLower: false, isPast: false, field: new Set() }
  for (const printed of office.toLowerCase().match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? []) {
    const word = printed.replace(/^ex-/, '')
    if (word !== printed) read.isPast = true
    const rank = ranks.words.get(word)
    if (rank) read.ranks.add(rank)
    else if (ranks.lower.has(word)) read.isLower = true
    else if (ranks.past.has(word)) read.isPast = true
    else if (!ranks.fillers.has(word)) read.field.add(word)
  }
  return read
}
