const SMALL =
  /^(?:a|an|the|of|in|on|at|to|for|and|or|but|nor|by|with|from|as|if|is|its?|not|than|that|via|vs\.?|into|over|up)$/

/**
 * Whether the words begin with a capital, those that never do in titles left out.
 * `share` is how many of them must, 0 to 1.
 */
export function isTitleCase(line: string, share = 0.85): boolean {
  const words = line.split(/\s+/).filter((word) => /^["“‘'(]?\p{L}/u.test(word) && !SMALL.test(word))
  if (words.length < 2) return false
  const capital = words.filter((word) => /^["“‘'(]?\p{Lu}/u.test(word)).length
  return capital / words.length >= share
}
