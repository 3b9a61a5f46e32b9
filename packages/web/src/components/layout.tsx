import type { ComponentChildren } from 'preact'

/** What a page says of itself in its head. */
export interface PageHead {
  /** The title without the record's name. */
  title: string
  /** One or two sentences for search engines and previews. */
  description?: string
  /** The path of the page with the query that belongs to it; links to it lead there. */
  path: string
  /** The kind of OpenGraph object. Default: "website". */
  kind?: 'article' | 'profile' | 'website'
  /** Whether search engines are asked to leave the page out. */
  unlisted?: boolean
  /** The same content in other forms. */
  alternates?: readonly { type: string; href: string; title: string }[]
  /** Schema.org's data of the page, as JSON-LD. */
  data?: object
}

export interface LayoutProps extends PageHead {
  /** The origin of the pages, without a slash at the end: "https://record.example". */
  baseUrl: string
  /** The addresses of the style sheet and the script. */
  files: { style: string; script: string }
  /** What is being searched for, for the search box. */
  query?: string
  children: ComponentChildren
}

/** The lists that every page leads to. */
const LISTS = [
  ['/speakers', 'Speakers'],
  ['/topics', 'Topics'],
  ['/articles', 'Articles'],
] as const

/** A whole page: its head, the bar with the search box, its content, and the foot. */
export function Layout({ children, query, ...head }: LayoutProps) {
  return (
    <html lang="en">
      <Head {...head} />
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <header class="bar">
          <a class="name" href="/">
            On Record
          </a>
          <nav aria-label="Site">
            <NavLink href="/check" path={head.path}>
              Check a quotation
            </NavLink>
            {LISTS.map(([href, title]) => (
              <NavLink href={href} path={head.path} key={href}>
                {title}
              </NavLink>
            ))}
            <NavLink href="/about" path={head.path}>
              About
            </NavLink>
          </nav>
          <search>
            <form class="find" action="/search">
              <label class="hidden" for="find">
                Search the record
              </label>
              <input
                id="find"
                type="search"
                name="q"
                value={query}
                placeholder="Search the record"
                maxLength={1000}
                autocomplete="off"
                data-suggest
              />
              <button type="submit">Search</button>
            </form>
          </search>
        </header>
        <main id="content">{children}</main>
        <footer class="end">
          <p>
            Words stand here as the articles print them. Whether an article prints faithfully what was said is
            another question: <a href="/about">what is and is not claimed</a>.
          </p>
        </footer>
      </body>
    </html>
  )
}

function Head({ title, description, path, kind = 'website', ...head }: Omit<LayoutProps, 'children'>) {
  const address = head.baseUrl + path
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title === 'On Record' ? title : `${title} · On Record`}</title>
      {description && <meta name="description" content={description} />}
      {head.unlisted ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={address} />}
      <meta property="og:site_name" content="On Record" />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:type" content={kind} />
      <meta property="og:url" content={address} />
      <link rel="stylesheet" href={head.files.style} />
      <link rel="icon" href="data:," />
      {head.alternates?.map(({ type, href, title: name }) => (
        <link rel="alternate" type={type} href={href} title={name} key={href} />
      ))}
      <script type="module" src={head.files.script} />
      {head.data && <JsonLd data={head.data} />}
    </head>
  )
}

/** Data for machines. No text in it can end the element, because every "<" is escaped. */
function JsonLd({ data }: { data: object }) {
  const __html = JSON.stringify(data).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html }} />
}

/** A page that other sites show in a frame: its content, without the bar. */
export function BareLayout({ title, path, baseUrl, files, children }: LayoutProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="canonical" href={baseUrl + path} />
        <link rel="stylesheet" href={files.style} />
        <base target="_blank" />
      </head>
      <body>
        <main class="embedded">{children}</main>
      </body>
    </html>
  )
}

function NavLink({ href, path, children }: { href: string; path: string; children: string }) {
  const current = path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`)
  return (
    <a href={href} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  )
}
