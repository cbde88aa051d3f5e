/** A small PDF of three pages that says what it stands for: the demonstration ships no documents of others. */
export function makePdf(title: string, course: string): Buffer {
  const pages = [
    [title, `A handout of the course ${course}`, 'Northwind demonstration'],
    ['What to remember', 'Read the three pages, then go on with the course.', 'Your place is kept when you close this document.'],
    ['Thank you', 'You have reached the end of this handout.'],
  ];
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en) >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  pages.forEach((lines, index) => {
    const text = lines.map((line, place) => `BT /F1 ${place === 0 ? 28 : 14} Tf 72 ${700 - place * 60} Td (${escapeText(line)}) Tj ET`).join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    );
  });
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, 'latin1');
}

/** The fonts that every reader has know Latin letters only; others become question marks. */
function escapeText(text: string): string {
  return text.normalize('NFC').replace(/[^ -ÿ]+/gu, '?').replace(/[\\()]/g, '\\$&');
}
