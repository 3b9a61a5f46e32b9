/** The head of the desk's pages, which search engines never see. */
export function DeskHead({ title, style }: { title: string; style: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{`${title} · Desk · On Record`}</title>
      <link rel="stylesheet" href={style} />
      <link rel="icon" href="data:," />
    </head>
  )
}
