import {
  type Client,
  query,
  type SelectArticleClaim,
  type SelectStatement,
  type SelectStatementNote,
  type StatementFilter,
} from '@onrecord/sdk'
import { NAMED, POSITION } from '../../record/selections.js'
import type { Span } from '../../text/runs.js'

/** What the desk shows of a note. */
export const NOTE = {
  id: true,
  author: true,
  text: true,
  createdAt: true,
  withdrawnBy: true,
} as const satisfies SelectStatementNote

/** What the desk shows of a claim. */
export const CLAIM = {
  id: true,
  holder: true,
  createdAt: true,
  endedAt: true,
} as const satisfies SelectArticleClaim

/** What the desk shows of a statement. */
export const PROPOSAL = {
  id: true,
  version: true,
  kind: true,
  text: true,
  reviewStatus: true,
  review: { by: true, reason: true },
  speaker: NAMED,
  attributions: { role: true, asWritten: true, cue: true, basis: true, speaker: NAMED },
  anchors: {
    position: POSITION,
    text: { id: true },
    quote: { exact: true, prefix: true, suffix: true },
  },
  provenance: { method: true, agent: true, confidence: true },
  topics: { $: { first: 5 }, nodes: NAMED },
  notes: {
    $: { first: 20 },
    nodes: NOTE,
  },
  article: {
    id: true,
    title: true,
    url: true,
    site: NAMED,
    claims: { $: { first: 1 }, nodes: CLAIM },
  },
} as const satisfies SelectStatement

/** Proposals that are asked for at once. */
export const AT_ONCE = 50

/** The statements of a filter, those to review first before. */
export async function readProposals(
  client: Client,
  filter: StatementFilter,
  after: string | null,
  signal?: AbortSignal,
): Promise<ProposalPage> {
  const { statements } = await query(
    client,
    {
      statements: {
        $: { first: AT_ONCE, after, filter, orderBy: { field: 'REVIEW_PRIORITY', direction: 'DESC' } },
        nodes: PROPOSAL,
        pageInfo: { hasNextPage: true, endCursor: true },
        totalCount: { value: true, isExact: true },
      },
    },
    { operationName: 'DeskProposals', signal },
  )
  return statements
}

interface Named {
  id: string
  name: string
}

/** What one of the team says to the others about a statement. */
export interface Note {
  id: string
  author: string
  /** Null once it was withdrawn. */
  text: string | null
  createdAt: string
  withdrawnBy: string | null
}

/** That one of the team works on an article, or did. */
export interface Claim {
  id: string
  holder: string
  createdAt: string
  /** Null while it holds. */
  endedAt: string | null
}

/** A statement as the desk shows it. */
export interface Proposal {
  id: string
  version: number
  kind: string
  text: string
  reviewStatus: string
  review: { by: string; reason: string | null } | null
  speaker: Named | null
  attributions: readonly {
    role: string
    asWritten: string | null
    cue: string | null
    basis: string
    speaker: Named | null
  }[]
  anchors: readonly {
    position: Span
    text: { id: string }
    quote: { exact: string; prefix: string; suffix: string }
  }[]
  provenance: { method: string; agent: string; confidence: number | null }
  topics: { nodes: readonly Named[] }
  notes: { nodes: readonly Note[] }
  article: {
    id: string
    title: string
    url: string | null
    site: Named | null
    claims: { nodes: readonly Claim[] }
  }
}

/** A page of statements. */
export interface ProposalPage {
  nodes: readonly Proposal[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
  totalCount: { value: number; isExact: boolean }
}

/** A statement as it is now; null when nobody may see it any more. */
export async function readProposal(client: Client, id: string): Promise<Proposal | null> {
  const { statement } = await query(
    client,
    { statement: { $: { by: { id } }, ...PROPOSAL } },
    { operationName: 'DeskProposal' },
  )
  return statement
}

/** The newest texts of articles, at most 100. */
export async function readTexts(client: Client, ids: readonly string[]): Promise<[string, DeskText][]> {
  const { nodes } = await query(
    client,
    {
      nodes: {
        $: { ids: [...ids] },
        $on: {
          Article: {
            id: true,
            text: { id: true, content: true, segments: { kind: true, position: POSITION } },
          },
        },
      },
    },
    { operationName: 'DeskTexts' },
  )
  return nodes.flatMap((node) => (node?.__typename === 'Article' ? [[node.id, node.text]] : []))
}

/** The text of an article, whose paragraphs are `segments`. */
export interface DeskText {
  id: string
  content: string
  segments: readonly { kind: string; position: Span }[]
}

/** Who changed a statement when, the newest first. */
export async function readHistory(client: Client, id: string) {
  const { statement } = await query(
    client,
    {
      statement: {
        $: { by: { id } },
        revisions: {
          $: { first: 20 },
          nodes: { version: true, action: true, actor: true, origin: true, at: true, note: true },
        },
      },
    },
    { operationName: 'DeskHistory' },
  )
  return statement?.revisions.nodes ?? []
}

export type DeskRevision = Awaited<ReturnType<typeof readHistory>>[number]
