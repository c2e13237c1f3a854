import { lexer, type Token, type Tokens } from "marked";
import type { ComponentChildren } from "preact";

/**
 * A note as it reads. The text is taken apart by a Markdown library and put together as elements of
 * our own: HTML in it stays text, and only addresses of the web become links.
 */
export function Markdown({ text }: { text: string }) {
  return <>{write(lexer(text, { gfm: true, breaks: true }))}</>;
}

function write(tokens: readonly Token[] | undefined): ComponentChildren {
  // biome-ignore lint/suspicious/noArrayIndexKey: a note's parts have no other name
  return tokens?.map((token, i) => <Part key={i} token={token as Tokens.Generic} />);
}

function Part({ token }: { token: Tokens.Generic }) {
  switch (token.type) {
    case "space":
    case "def":
      return null;
    case "hr":
      return <hr />;
    case "br":
      return <br />;
    case "heading":
      // Below the headings of the page that the note stands on.
      return token.depth <= 2 ? <h4>{write(token.tokens)}</h4> : <h5>{write(token.tokens)}</h5>;
    case "paragraph":
      return <p>{write(token.tokens)}</p>;
    case "blockquote":
      return <blockquote>{write(token.tokens)}</blockquote>;
    case "code":
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case "codespan":
      return <code>{token.text}</code>;
    case "strong":
      return <strong>{write(token.tokens)}</strong>;
    case "em":
      return <em>{write(token.tokens)}</em>;
    case "del":
      return <del>{write(token.tokens)}</del>;
    case "link":
      return <NoteLink href={token.href}>{write(token.tokens)}</NoteLink>;
    case "list":
      return token.ordered ? <ol start={token.start || 1}>{items(token)}</ol> : <ul>{items(token)}</ul>;
    case "table":
      return <NoteTable token={token as Tokens.Table} />;
    case "checkbox":
      return <input type="checkbox" checked={token.checked} disabled />;
    case "escape":
      return <>{token.text}</>;
    case "text":
      return <>{token.tokens ? write(token.tokens) : token.text}</>;
    // HTML and images among them: shown as they were typed.
    default:
      return <>{token.raw}</>;
  }
}

function items({ items }: Tokens.Generic): ComponentChildren {
  return (items as Tokens.ListItem[]).map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a note's parts have no other name
    <li key={i}>{write(item.tokens)}</li>
  ));
}

function NoteLink({ href, children }: { href: string; children: ComponentChildren }) {
  if (!/^https?:\/\//i.test(href)) return <>{children}</>;
  return (
    <a class="text-link" href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

function NoteTable({ token: { header, rows } }: { token: Tokens.Table }) {
  return (
    <table class="note-table">
      <thead>
        <tr>
          {header.map((cell, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a note's parts have no other name
            <th key={i} scope="col">
              {write(cell.tokens)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a note's parts have no other name
          <tr key={i}>
            {row.map((cell, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a note's parts have no other name
              <td key={j}>{write(cell.tokens)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
