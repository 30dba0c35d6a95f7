package org.casus.watch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A server on a socket that answers byte by byte what a test wants, however wrong. */
public final class OddServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Writes an answer, head and all; the connection is cut after it. */
    public interface Answer {
        void to(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /** What was asked; headers by their names, whatever their case. */
    public record Request(String path, Map<String, String> headers) {}

    public OddServer() throws IOException {
        this("127.0.0.1");
    }

    public OddServer(String address) throws IOException {
        socket = new ServerSocket(0, 200, InetAddress.getByName(address));
        Thread accepting = new Thread(this::accept, "odd-server");
        accepting.setDaemon(true);
        accepting.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String url(String path) {
        String host = socket.getInetAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + path;
    }

    public void put(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** A usual answer. */
    public void put(String path, String type, String body) {
        put(path, ok(type, body.getBytes(StandardCharsets.UTF_8)));
    }

    public static Answer ok(String type, byte[] body) {
        return (request, out) -> {
            head(out, "200 OK", "Content-Type: " + type, "Content-Length: " + body.length);
            out.write(body);
        };
    }

    public static Answer status(String status, String... headers) {
        return (request, out) -> {
            String[] all = List.of(headers).toArray(new String[headers.length + 1]);
            all[headers.length] = "Content-Length: 0";
            head(out, status, all);
        };
    }

    public static void head(OutputStream out, String status, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    public static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    /** All paths that were asked, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> serve(connection), "odd-server-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(10_000);
            Request request = read(new BufferedInputStream(connection.getInputStream()));
            asked.add(request.path());
            Answer answer = answers.getOrDefault(request.path(), status("404 Not Found"));
            answer.to(request, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // the client went away, as it should from much of this
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("no request");
            }
            head.append((char) c);
            if (head.charAt(0) == 0x16) {
                // the beginning of TLS
                throw new IOException("no HTTP");
            }
        }
        String[] lines = head.toString().split("\r\n", -1);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : List.of(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return new Request(lines[0].split(" ", -1)[1], headers);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
