/** Most characters of a text that is checked. */
export const LONGEST_CHECKED = 4_000

/** The box into which a reader pastes a quotation. */
export function CheckForm({ text = '', rows = 4 }: { text?: string; rows?: number }) {
  return (
    <form class="check" action="/check" method="post">
      <label for="quotation">Did they say that? Paste the words.</label>
      <textarea
        id="quotation"
        name="text"
        rows={rows}
        maxLength={LONGEST_CHECKED}
        dir="auto"
        required
        placeholder="“Eleven years ago we rammed each other here.”"
      >
        {text}
      </textarea>
      <button type="submit">Check</button>
    </form>
  )
}
