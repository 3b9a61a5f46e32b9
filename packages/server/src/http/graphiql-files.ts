import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type ContentEncoding, compress, encodingFor } from './edge/content-encoding.js'
import type { WholeAnswer } from './edge/send-answer.js'

/** The folder of GraphiQL's files, below the endpoint, so that a proxy that passes the endpoint on passes them, too. */
export const FILES = '/graphql/assets/'

/** A file of GraphiQL, with its compressed forms once they were asked for. */
interface File {
  name: string
  type: string
  content: Buffer
  encoded: Map<ContentEncoding, Promise<Buffer>>
}

/** What the page asks of the script's start, by {@link START} and {@link END}. */
export interface PageFacts {
  /** The folder of the files, as an address relative to the page. */
  files: string
  /** The names of the workers' files by the labels that the editor asks for. */
  workers: Record<string, string>
  /** The nonce of the page's policy for style sheets. */
  nonce: string
  options: object
}

/** Before GraphiQL's script: the editor's workers, and the nonce for the style sheets that the editor makes. */
const START = `
const facts = JSON.parse(document.querySelector('#facts').textContent)
self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => new URL(facts.files + facts.workers[label], document.baseURI).href,
}
const createElement = Document.prototype.createElement
Document.prototype.createElement = function (name, options) {
  const element = createElement.call(this, name, options)
  if (element instanceof HTMLStyleElement) element.nonce = facts.nonce
  return element
}
;`

const END = `;
YogaGraphiQL.renderYogaGraphiQL(document.querySelector('#root'), facts.options)
`

/**
 * Gives the two dozen tabs a scroll bar, and puts the answer below the query on a narrow screen. Keeps a tab in its place
 * while the mouse is down on it: GraphiQL would give it a place from before the page was laid out, and miss the click.
 */
const STYLE = `
.graphiql-container .graphiql-tab { transform: none !important }
.no-scrollbar.graphiql-tabs { scrollbar-width: thin; scrollbar-color: #8888 transparent }
.graphiql-container .graphiql-logo { white-space: nowrap }
@media (max-width: 45rem) {
  .graphiql-container #graphiql-session { flex-direction: column }
  .graphiql-container .graphiql-editors, .graphiql-container .graphiql-response { min-height: 0 }
  .graphiql-container .graphiql-horizontal-drag-bar { display: none }
}
`

/** The files that GraphiQL's page loads, under names that change with their content. */
export class GraphiQLFiles {
  readonly #files: Map<string, File>
  readonly script: string
  readonly style: string
  readonly icon: string
  readonly workers: Record<string, string>

  static #loaded: Promise<GraphiQLFiles> | undefined

  /** Loads 9 MB of script, the first time. */
  static load(): Promise<GraphiQLFiles> {
    GraphiQLFiles.#loaded ??= import('@graphql-yoga/render-graphiql/graphiql').then(
      (parts) => new GraphiQLFiles(parts),
    )
    return GraphiQLFiles.#loaded
  }

  private constructor(parts: typeof import('@graphql-yoga/render-graphiql/graphiql')) {
    const script = (name: string, text: string) => newFile(name, 'js', 'text/javascript; charset=utf-8', text)
    const files = {
      script: script('graphiql', START + parts.js + END),
      style: newFile('graphiql', 'css', 'text/css; charset=utf-8', parts.css + STYLE),
      icon: newFile('icon', 'ico', 'image/x-icon', Buffer.from(parts.favicon.replace(/^.*,/, ''), 'base64')),
      editorWorkerService: script('editor-worker', parts.editorWorkerService),
      json: script('json-worker', parts.jsonWorker),
      graphql: script('graphql-worker', parts.graphqlWorker),
    }
    this.#files = new Map(Object.values(files).map((file) => [file.name, file]))
    this.script = files.script.name
    this.style = files.style.name
    this.icon = files.icon.name
    const { editorWorkerService, json, graphql } = files
    this.workers = { editorWorkerService: editorWorkerService.name, json: json.name, graphql: graphql.name }
  }

  /** The answer of a request for the file of a name; null when there is no such file. */
  async answer(name: string, request: IncomingMessage): Promise<WholeAnswer | null> {
    const file = this.#files.get(name)
    if (!file) return null
    const headers: Record<string, string> = {
      'cache-control': 'public, max-age=31536000, immutable',
      etag: `"${name}"`,
    }
    // A proxy that compresses makes the tag a weak one, and a browser may name several.
    if (request.headers['if-none-match']?.includes(headers.etag as string))
      return { status: 304, headers, body: '' }
    headers['content-type'] = file.type
    const encoding = encodingFor(request.headers['accept-encoding'])
    if (encoding === null) return { status: 200, headers, body: file.content }
    const known = file.encoded.get(encoding) ?? compress(file.content, encoding)
    file.encoded.set(encoding, known)
    headers['content-encoding'] = encoding
    return { status: 200, headers, body: await known }
  }
}

function newFile(name: string, ending: string, type: string, content: string | Buffer): File {
  const bytes = Buffer.from(content as string)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return { name: `${name}.${hash}.${ending}`, type, content: bytes, encoded: new Map() }
}
