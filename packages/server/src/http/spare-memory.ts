import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes of bodies and answers after which garbage is collected. */
const MUCH = 30_000_000

/** Milliseconds without large bodies and answers, after which there is time for that. */
const QUIET = 500

/** Bytes from which on a body or an answer is counted. */
const LARGE = 50_000

/**
 * Gives the memory of large bodies and answers back. V8 collects garbage when new objects need room, and a service that is
 * quiet after much work makes none: it would keep hundreds of megabytes for as long.
 */
export class SpareMemory {
  #bytes = 0
  #timer: NodeJS.Timeout | undefined
  #collect: (() => void) | undefined

  /** Notes the bytes of a body or an answer. */
  note(bytes: number): void {
    if (bytes < LARGE) return
    this.#bytes += bytes
    if (this.#timer) this.#timer.refresh()
    else this.#timer = setTimeout(() => this.#sweep(), QUIET).unref()
  }

  #sweep(): void {
    this.#timer = undefined
    if (this.#bytes < MUCH) return
    this.#bytes = 0
    this.#collect ??= collector()
    this.#collect()
  }
}

/** V8's function that collects all garbage. A context has it only when it is made while the flag is set. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: object) => void
  setFlagsFromString('--no-expose-gc')
  // Only this gives the pages back that V8 keeps for new objects.
  return () => collect({ type: 'major', flavor: 'regular' })
}
