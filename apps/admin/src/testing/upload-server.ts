import { http, HttpResponse } from 'msw';

const uploadHeaders = { 'Tus-Resumable': '1.0.0' };

/** Takes uploads as the API does. `storing` holds a file back until it resolves, to its id or to why it was refused. */
export function uploadsAre(storing: () => Promise<{ readonly fileId: string } | { readonly refused: string }>) {
  return [
    http.post('*/files/uploads', () => new HttpResponse(null, { status: 201, headers: { ...uploadHeaders, Location: '/files/uploads/1' } })),
    http.patch('*/files/uploads/1', async ({ request }) => {
      const { byteLength } = await request.arrayBuffer();
      const stored = await storing();
      if ('refused' in stored) return HttpResponse.json({ message: stored.refused }, { status: 415 });
      return new HttpResponse(null, { status: 204, headers: { ...uploadHeaders, 'Upload-Offset': String(byteLength), 'x-file-id': stored.fileId } });
    }),
    http.delete('*/files/uploads/1', () => new HttpResponse(null, { status: 204, headers: uploadHeaders })),
  ];
}
