type Path = readonly (string | number)[]

/** An answer, as GraphQL gives it. */
interface Answered {
  data?: unknown
  errors?: readonly { path?: Path | undefined; extensions?: Readonly<Record<string, unknown>> }[]
}

/** The first place at which two values differ, with both values there; null when they are equal. */
export function firstDifference(is: unknown, must: unknown, path: Path = []): string | null {
  if (Object.is(is, must)) return null
  const areObjects = [is, must].every((one) => typeof one === 'object' && one !== null)
  if (!areObjects || Array.isArray(is) !== Array.isArray(must)) {
    return `${path.join('.')}: is ${shorten(is)}, must be ${shorten(must)}`
  }
  const [a, b] = [is, must] as [Record<string, unknown>, Record<string, unknown>]
  if (Object.keys(a).join() !== Object.keys(b).join()) {
    return `${path.join('.')}: has ${shorten(Object.keys(a))}, must have ${shorten(Object.keys(b))}`
  }
  for (const key of Object.keys(a)) {
    const found = firstDifference(a[key], b[key], [...path, key])
    if (found) return found
  }
  return null
}

const shorten = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

/**
 * The difference of two answers: of their data, in which the order of keys counts, too, or of their errors; null when they
 * are equal. Of several errors for which the same part of the answer is null, an executor need only give one, so of the
 * errors only these parts and a common code are compared.
 */
export function answerDifference(is: Answered, must: Answered): string | null {
  const different = firstDifference(is.data, must.data, ['data'])
  if (different) return different
  const [given, expected] = [nullsOf(is), nullsOf(must)]
  for (const part of new Set([...given.keys(), ...expected.keys()])) {
    const [some, others] = [given.get(part) ?? [], expected.get(part) ?? []]
    if (!some.some((code) => others.includes(code))) {
      return `errors of ${part}: are ${shorten(some)}, must be ${shorten(others)}`
    }
  }
  return null
}

/** The codes of the errors of each part that is null because of them. */
function nullsOf({ data, errors = [] }: Answered): Map<string, unknown[]> {
  const codes = new Map<string, unknown[]>()
  for (const { path = [], extensions } of errors) {
    let at: unknown = data
    const part: (string | number)[] = []
    for (const key of path) {
      if (at === null || at === undefined) break
      at = (at as Record<string | number, unknown>)[key]
      part.push(key)
    }
    const name = part.join('.') || 'the whole answer'
    codes.set(name, [...(codes.get(name) ?? []), extensions?.code])
  }
  return codes
}
