/**
 * Reads the text of an environment variable, which is never empty.
 *
 * @throws RangeError whose message says what is wrong. It never repeats the text, which may be a secret.
 */
export type VariableReader<Value> = (text: string) => Value

/** Accepts text that passes all checks. Each check has the message for text that fails it. */
export const textThat =
  (...checks: readonly (readonly [passes: (text: string) => boolean, message: string])[]) =>
  (text: string): string => {
    for (const [passes, message] of checks) if (!passes(text)) throw new RangeError(message)
    return text
  }

/** Accepts text that matches a pattern. */
export const textLike = (pattern: RegExp, message: string): VariableReader<string> =>
  textThat([(text) => pattern.test(text), message])

/** Accepts one of the values. */
export const oneOf =
  <const Values extends readonly string[]>(values: Values, message: string) =>
  (text: string): Values[number] => {
    if (!values.includes(text)) throw new RangeError(message)
    return text
  }

/** Reads "on" as true and "off" as false. */
export const onOrOff: VariableReader<boolean> = (text) =>
  oneOf(['on', 'off'], 'is neither "on" nor "off"')(text) === 'on'

interface Limits {
  least: number
  most: number
  /** The values to give, for messages: "a port from 0 to 65535". */
  give: string
}

/** Accepts a number within limits, both included. */
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

/** Accepts a whole number within limits, both included. */
export const wholeNumberWithin =
  (limits: Limits): VariableReader<number> =>
  (text) => {
    if (Number.isFinite(Number(text)) && !Number.isInteger(Number(text)))
      throw new RangeError(`is not a whole number: give ${limits.give}`)
    return numberWithin(limits)(text)
  }
