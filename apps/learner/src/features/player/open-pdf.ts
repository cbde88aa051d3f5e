import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, TextLayer } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- the bundler makes it
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;
/** Fonts and character maps that a file may need and not bring; the build lays them there. */
const parts = `${import.meta.env.BASE_URL}assets/pdf/`;

export interface OpenPdf {
  readonly pages: number;
  /** Draws a page as wide as `width` CSS pixels times `zoom` into `canvas`, and its text over it into `textLayer`. Rejects if `signal` is aborted. */
  draw(page: number, target: { canvas: HTMLCanvasElement; textLayer: HTMLElement; width: number; zoom: number; signal: AbortSignal }): Promise<void>;
  close(): void;
}

/** Opens a PDF of this origin, read in ranges as its pages are wanted. Rejects when it cannot be read. */
export async function openPdf(url: string): Promise<OpenPdf> {
  const task = getDocument({
    url,
    cMapUrl: `${parts}cmaps/`,
    standardFontDataUrl: `${parts}standard_fonts/`,
    wasmUrl: `${parts}wasm/`,
    // The page's policy lets no WebAssembly run; the same decoders exist as scripts.
    useWasm: false,
    enableXfa: false,
  });
  const document = await task.promise;
  return { pages: document.numPages, draw: (page, target) => drawPage(document, page, target), close: () => void task.destroy() };
}

async function drawPage(document: PDFDocumentProxy, number: number, { canvas, textLayer, width, zoom, signal }: Parameters<OpenPdf['draw']>[1]): Promise<void> {
  const page = await document.getPage(number);
  signal.throwIfAborted();
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: (width / natural.width) * zoom });
  const density = Math.min(window.devicePixelRatio || 1, 2);
  canvas.width = Math.floor(viewport.width * density);
  canvas.height = Math.floor(viewport.height * density);
  canvas.style.inlineSize = `${viewport.width}px`;
  canvas.style.blockSize = `${viewport.height}px`;
  const rendering = page.render({ canvas, viewport, ...(density === 1 ? {} : { transform: [density, 0, 0, density, 0, 0] }) });
  signal.addEventListener('abort', () => rendering.cancel());
  await rendering.promise;
  signal.throwIfAborted();
  textLayer.replaceChildren();
  textLayer.style.setProperty('--total-scale-factor', String(viewport.scale));
  await new TextLayer({ textContentSource: page.streamTextContent(), container: textLayer, viewport }).render();
}
