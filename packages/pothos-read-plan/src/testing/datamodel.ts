/** One field of a model, as Prisma's datamodel has it. */
const field = (name: string, type: string, more: object = {}) => ({
  ...{ name, type, kind: 'scalar', isList: false, isId: false, isRequired: true },
  ...{ hasDefaultValue: false, isUnique: false, isUpdatedAt: false },
  ...more,
})
const id = field('id', 'Int', { isId: true })
const optional = { isRequired: false }
const toOne = (name: string, type: string, relationName: string, from: string) =>
  field(name, type, { kind: 'object', relationName, relationFromFields: [from], ...optional })
const toMany = (name: string, type: string, relationName: string) =>
  field(name, type, { kind: 'object', relationName, relationFromFields: [], isList: true })
const model = (...fields: ReturnType<typeof field>[]) => ({ fields, primaryKey: null, uniqueIndexes: [] })

/** The datamodel of a library, written by hand: authors write books, and books stand on shelves. */
export const datamodel = {
  datamodel: {
    models: {
      Author: model(
        id,
        field('name', 'String'),
        field('born', 'DateTime', optional),
        field('languages', 'String', { isList: true }),
        field('notes', 'Json', optional),
        field('joined', 'DateTime', optional),
        field('visits', 'DateTime', { isList: true }),
        field('numbers', 'BigInt', { isList: true }),
        field('seal', 'Bytes', optional),
        field('dearestId', 'Int', optional),
        field('dearest', 'Book', {
          ...{ kind: 'object', relationName: 'dearest', ...optional },
          relationFromFields: ['dearestId', 'id'],
        }),
        toMany('books', 'Book', 'AuthorToBook'),
      ),
      Book: model(
        id,
        field('title', 'String'),
        field('year', 'Int', optional),
        field('price', 'Float', optional),
        field('copies', 'BigInt'),
        field('inPrint', 'Boolean', { dbName: 'in print' }),
        field('binding', 'Binding', { kind: 'enum' }),
        field('authorId', 'Int', optional),
        toOne('author', 'Author', 'AuthorToBook', 'authorId'),
      ),
      Shelf: { ...model(id, field('label', 'String')), dbName: 'shelves "of wood"' },
    },
  },
}

interface Author {
  id: number
  name: string
  born: Date | null
  languages: string[]
  notes: unknown
  dearestId: number | null
  joined: Date | null
  visits: Date[]
  numbers: bigint[]
  seal: Uint8Array | null
}

interface Book {
  id: number
  title: string
  year: number | null
  price: number | null
  copies: bigint
  inPrint: boolean
  binding: 'CLOTH' | 'PAPER'
  authorId: number | null
}

interface Shelf {
  id: number
  label: string
}

/** What Pothos' generator writes of a model. */
interface ModelTypes<Name extends string, Shape, Relations> {
  Name: Name
  Shape: Shape
  // biome-ignore lint/suspicious/noExplicitAny: the tests select freely
  Include: any
  // biome-ignore lint/suspicious/noExplicitAny: the tests select freely
  Select: any
  // biome-ignore lint/suspicious/noExplicitAny: the tests order freely
  OrderBy: any
  WhereUnique: object
  Where: object
  Create: object
  Update: object
  RelationName: keyof Relations & string
  ListRelations: keyof Relations & string
  Relations: Relations
}

export interface PrismaTypes {
  Author: ModelTypes<
    'Author',
    Author,
    {
      books: { Shape: Book[]; Name: 'Book'; Nullable: false }
      dearest: { Shape: Book | null; Name: 'Book'; Nullable: true }
    }
  >
  Book: ModelTypes<'Book', Book, { author: { Shape: Author | null; Name: 'Author'; Nullable: true } }>
  Shelf: ModelTypes<'Shelf', Shelf, Record<never, never>>
}

/** The tables of the library, with a few rows. */
export const TABLES = `
  CREATE TYPE "Binding" AS ENUM ('CLOTH', 'PAPER');
  CREATE TABLE "Author" (id int PRIMARY KEY, name text NOT NULL, born timestamptz, languages text[] NOT NULL, notes json,
    joined timestamp(3), "dearestId" int, visits timestamptz[] NOT NULL DEFAULT '{}', numbers bigint[] NOT NULL DEFAULT '{}', seal bytea);
  CREATE TABLE "Book" (id int PRIMARY KEY, title text NOT NULL, year int, price float8, copies bigint NOT NULL,
    "in print" boolean NOT NULL, binding "Binding" NOT NULL, "authorId" int REFERENCES "Author");
  CREATE TABLE "shelves ""of wood""" (id int PRIMARY KEY, label text NOT NULL);
  CREATE TABLE "OnShelf" ("bookId" int REFERENCES "Book", "shelfId" int);
  INSERT INTO "Author" VALUES
    (1, 'Mara Lindt', '1951-02-03 04:05:06.7+00', '{de,en}', '{"prize": [1, "two"]}'),
    (2, 'Anselm "Ans" Okafor', NULL, '{}', NULL),
    (3, 'Nobody yet', NULL, '{}', NULL);
  UPDATE "Author" SET "dearestId" = 3, joined = '2020-05-06 07:08:09.1', visits = '{"2021-01-02 03:04:05+00", NULL}',
    numbers = '{9007199254740993}', seal = '\\x00ff' WHERE id = 1;
  INSERT INTO "Book" VALUES
    (1, 'Tides', 1980, 9.5, 9007199254740993, true, 'CLOTH', 1),
    (2, 'Quays', 1985, NULL, 3, false, 'PAPER', 1),
    (3, 'Ropes', 1985, 12, 0, true, 'PAPER', 1),
    (4, 'Nets \\ and "knots"', 1999, 1, 1, true, 'CLOTH', 2),
    (5, 'Of no author', NULL, NULL, 5, true, 'PAPER', NULL);
  INSERT INTO "shelves ""of wood""" VALUES (1, 'low'), (2, 'high');
  INSERT INTO "OnShelf" VALUES (1, 1), (1, 2), (4, 2);
`
