import { useEffect, useRef } from 'preact/hooks'
import { nearest } from '../../text/nearest.js'
import { runsOf, type Span } from '../../text/runs.js'
import { paragraphsAround } from '../../text/surroundings.js'
import type { DeskText, Proposal } from './proposal.js'
import type { WordsEditor } from './words-editor.js'

interface Marked extends Span {
  as: 'words' | 'mention' | 'cue' | 'other'
}

export interface ContextProps {
  proposal: Proposal
  /** Undefined while it is being read. */
  text: DeskText | undefined
  /** Whether all of the article is shown. */
  whole: boolean
  /** While other words are being marked. */
  editor: WordsEditor | null
}

/** The paragraphs around a statement, with its words, the mention of its speaker and the word that reports marked. */
export function Context({ proposal, text, whole, editor }: ContextProps) {
  const shown = useRef<HTMLDivElement>(null)
  const { id } = proposal
  // Another statement, and more or less of the article, is looked at from its words on.
  useEffect(() => {
    shown.current?.querySelector('mark.words')?.scrollIntoView({ block: whole ? 'center' : 'nearest' })
  }, [id, whole])
  const here = text ? proposal.anchors.filter((anchor) => anchor.text.id === text.id) : []
  if (!text || here.length === 0) return <Quotes proposal={proposal} gone={text !== undefined} />
  const words = editor ? editor.parts.value : here.map(({ position }) => position)
  const around = paragraphsAround(
    text.segments,
    here.map(({ position }) => position),
  )
  const paragraphs = whole || around.length === 0 ? text.segments : around
  const extent = {
    start: around[0]?.position.start ?? 0,
    end: around.at(-1)?.position.end ?? text.content.length,
  }
  const marks = [
    ...words.map((span) => ({ ...span, as: 'words' as const })),
    ...namesIn(proposal, text, extent),
  ]
  const select = () => {
    const span = selectedSpan(shown.current)
    if (editor && span) editor.drag(span)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys do the same; this is for whoever drags
    <div
      class={`around text${editor ? ' editing' : ''}`}
      dir="auto"
      ref={shown}
      onMouseUp={editor ? select : undefined}
    >
      {paragraphs.map(({ kind, position }) => (
        <p class={kind.toLowerCase()} key={position.start}>
          {runsOf(position, marks).map((run) => (
            <Run content={text.content} run={run} key={run.start} />
          ))}
        </p>
      ))}
    </div>
  )
}

function Run({ content, run }: { content: string; run: Span & { pieces: readonly Marked[] } }) {
  const words = content.slice(run.start, run.end)
  if (run.pieces.length === 0) return <span data-start={run.start}>{words}</span>
  const classes = run.pieces.map(({ as }) => as).join(' ')
  return (
    <mark class={classes} data-start={run.start}>
      {words}
    </mark>
  )
}

/** The words as they were read, while the article is not there, or has not got them any more. */
function Quotes({ proposal, gone }: { proposal: Proposal; gone: boolean }) {
  return (
    <div class="around text" dir="auto">
      {gone && (
        <p class="faint">
          The newest text of the article has not got these words any more. An earlier one had:
        </p>
      )}
      {proposal.anchors.map(({ quote: { prefix, exact, suffix }, position }) => (
        <p key={position.start}>
          …{prefix}
          <mark class="words">{exact}</mark>
          {suffix}…
        </p>
      ))}
    </div>
  )
}

/** Where the speaker is mentioned, and the word that reports, as near to the statement's words as they stand. */
function namesIn({ attributions, anchors }: Proposal, { content }: DeskText, extent: Span): Marked[] {
  const words = anchors.map(({ position }) => position)
  return attributions.flatMap(({ asWritten, cue }) => {
    const mention = nearest(content, extent, asWritten ?? '', words)
    const reports = nearest(content, extent, cue ?? '', mention ? [mention, ...words] : words)
    return [
      ...(mention ? [{ ...mention, as: 'mention' as const }] : []),
      ...(reports ? [{ ...reports, as: 'cue' as const }] : []),
    ]
  })
}

/** The stretch of the article's text that is selected in an element; null when nothing in it is. */
function selectedSpan(element: HTMLElement | null): Span | null {
  const selection = document.getSelection()
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const start = placeOf(element, startContainer, startOffset)
  const end = placeOf(element, endContainer, endOffset)
  selection.removeAllRanges()
  return start === null || end === null || start >= end ? null : { start, end }
}

/** The place in the article's text of a place in the page. */
function placeOf(within: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof Element ? (node.children[offset] ?? node) : node.parentElement
  const run =
    element?.closest<HTMLElement>('[data-start]') ?? element?.querySelector<HTMLElement>('[data-start]')
  if (!run || !within.contains(run)) return null
  return Number(run.dataset.start) + (node instanceof Element ? 0 : offset)
}
