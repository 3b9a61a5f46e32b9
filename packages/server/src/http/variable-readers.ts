/**
 * Reads the value of a variable of the environment, which is never empty.
 *
 * @throws RangeError that says what is wrong with it, and never repeats it, for it may be a secret.
 */
export type VariableReader<Value> = (text: string) => Value

/** Takes text that passes all checks; each message says what is wrong with text that does not. */
export const textThat =
  (...checks: readonly (readonly [passes: (text: string) => boolean, message: string])[]) =>
  (text: string): string => {
    for (const [passes, message] of checks) if (!passes(text)) throw new RangeError(message)
    return text
  }

/** Takes text that a pattern matches. */
export const textLike = (pattern: RegExp, message: string): VariableReader<string> =>
  textThat([(text) => pattern.test(text), message])

/** Takes one of the values. */
export const oneOf =
  <const Values extends readonly string[]>(values: Values, message: string) =>
  (text: string): Values[number] => {
    if (!values.includes(text)) throw new RangeError(message)
    return text
  }

/** "on" as true and "off" as false. */
export const onOrOff: VariableReader<boolean> = (text) =>
  oneOf(['on', 'off'], 'is neither "on" nor "off"')(text) === 'on'

interface Limits {
  least: number
  most: number
  /** What a message asks for: "a port from 0 to 65535". */
  give: string
}

/** Takes a number within limits. */
export const numberWithin =
  ({ least, most, give }: Limits): VariableReader<number> =>
  (text) => {
    const value = Number(text)
    const wrong = (what: string) => new RangeError(`is ${what}: give ${give}`)
    if (!Number.isFinite(value)) throw wrong('not a number')
    if (value < least) throw wrong(`below ${least}`)
    if (value > most) throw wrong(`above ${most}`)
    return value
  }

/** Takes a whole number within limits. */
export const wholeNumberWithin =
  (limits: Limits): VariableReader<number> =>
  (text) => {
    if (Number.isFinite(Number(text)) && !Number.isInteger(Number(text)))
      throw new RangeError(`is not a whole number: give ${limits.give}`)
    return numberWithin(limits)(text)
  }
