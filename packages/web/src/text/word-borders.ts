/** Where the words of a text begin and end, with the marks that belong to them: runs of what is not a space. */
const WORD = /\S+/g

/** The start of the word after, or before, a place. The place itself when there is none within the text. */
export function nextStart(content: string, from: number, by: 1 | -1): number {
  const starts = [...content.matchAll(WORD)].map(({ index }) => index)
  return (by > 0 ? starts.find((start) => start > from) : starts.findLast((start) => start < from)) ?? from
}

/** The end of the word after, or before, a place. */
export function nextEnd(content: string, from: number, by: 1 | -1): number {
  const ends = [...content.matchAll(WORD)].map(({ index, 0: word }) => index + word.length)
  return (by > 0 ? ends.find((end) => end > from) : ends.findLast((end) => end < from)) ?? from
}
