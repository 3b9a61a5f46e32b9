import type { Client } from '@onrecord/sdk'
import { ArticleCitation, SpeakerLink } from '../components/links.js'
import { statementPath } from '../components/statement-card.js'
import { embeddedStatement } from '../record/embedded-statement.js'
import { FOLDERS, idIn } from '../text/handle.js'
import { shorten } from '../text/words.js'
import { movedFrom, type PageRequest, type PageResult } from './page.js'

const WIDTH = 600
const HEIGHT = 240

/** A statement by itself, to be shown in a frame on another page. */
export async function embedPage({ client, url }: PageRequest, handle: string): Promise<PageResult> {
  const id = idIn(handle, FOLDERS.statements)
  const statement = id && (await embeddedStatement(client, id))
  if (!statement) return null
  const path = statementPath(statement)
  const moved = movedFrom(url, `/embed${path}`)
  if (moved) return moved
  const { speaker, text, article } = statement
  return {
    title: `${speaker?.name ?? 'Somebody'}: ${shorten(text, 80)}`,
    path,
    isBare: true,
    content: (
      <figure class="quotation">
        <h1 class="hidden">A statement on record</h1>
        <blockquote dir="auto">
          <a href={path}>{shorten(text, 500)}</a>
        </blockquote>
        <figcaption>
          <b>
            <SpeakerLink speaker={speaker} />
          </b>
          <br />
          <ArticleCitation article={article} />
        </figcaption>
      </figure>
    ),
  }
}

/** The markup that shows a statement in a frame. */
export function embedCode(page: string, width = WIDTH, height = HEIGHT): string {
  const { origin, pathname } = new URL(page)
  const src = `${origin}/embed${pathname}`
  return `<iframe src="${src}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy" title="A statement on record"></iframe>`
}

/**
 * What oEmbed says of the address of a statement's page: https://oembed.com/
 *
 * @returns null when there is no such statement.
 */
export async function oEmbedOf(
  client: Client,
  baseUrl: string,
  parameters: URLSearchParams,
): Promise<object | null> {
  const address = parameters.get('url') ?? ''
  const handle = /^\/(?:embed\/)?statements\/([^/]+)$/.exec(URL.parse(address, baseUrl)?.pathname ?? '')?.[1]
  const id = handle && idIn(handle, FOLDERS.statements)
  const statement = id && (await embeddedStatement(client, id))
  if (!statement) return null
  const least = (name: string, most: number) => Math.min(Number(parameters.get(name)) || most, most)
  const [width, height] = [least('maxwidth', WIDTH), least('maxheight', HEIGHT)]
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'On Record',
    provider_url: `${baseUrl}/`,
    title: shorten(statement.text, 120),
    ...(statement.speaker ? { author_name: statement.speaker.name } : {}),
    cache_age: 3600,
    width,
    height,
    html: embedCode(baseUrl + statementPath(statement), width, height),
  }
}
