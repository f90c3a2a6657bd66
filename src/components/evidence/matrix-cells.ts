/**
 * Makes each cell of the matrix a link to the server's row on the situation's page. The addresses follow from the heads
 * of row and column; spelled in each of 1,500 cells they would be a quarter of the page. Without it the row's head leads
 * to the same page.
 */
const columns = [...document.querySelectorAll<HTMLAnchorElement>('.matrix thead a')].map((link) =>
  link.pathname.split('/').at(-2),
);

for (const row of document.querySelectorAll<HTMLTableRowElement>('.matrix tbody tr')) {
  const situation = row.querySelector('a');
  const cells = row.querySelectorAll('td');
  if (situation)
    for (const [index, cell] of cells.entries()) {
      if (cell.classList.contains('gap')) continue;
      const link = document.createElement('a');
      link.href = `${situation.pathname}#server-${columns[index] ?? ''}`;
      // A thousand stops on the way through the page would help nobody who uses the keyboard.
      link.tabIndex = -1;
      link.append(...cell.childNodes);
      cell.append(link);
    }
}
