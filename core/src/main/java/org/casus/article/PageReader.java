package org.casus.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** An article from an HTML page: its main text without menus, buttons and lists of other news, and what its head says of it. */
final class PageReader {
    /** Under this many characters the extractor has lost the text, and the page's own paragraphs are taken. */
    private static final int SHORT = 200;

    /** Pages nest some dozens deep; the extractor's cost grows with the square of the depth, so deeper ones go without it. */
    private static final int DEEPEST = 200;

    private static final int MOST_NODES = 200_000;

    private static final String BLOCKS =
            "p, h1, h2, h3, h4, h5, h6, li, blockquote, pre, div, section, article, td, br";
    private static final String CLUTTER =
            "script, style, noscript, template, nav, footer, aside, form, button, iframe, svg, figure, figcaption, header nav,"
                    + " [aria-hidden=true], [role=navigation], .share, .social, .related, .comments, .advertisement";

    private PageReader() {}

    static Article read(@Nullable String file, String html) throws UnreadableException {
        return read(file, null, html);
    }

    /** @param address where the page was fetched, for a page that does not name its own address */
    static Article read(@Nullable String file, @Nullable String address, String html) throws UnreadableException {
        Document page = Jsoup.parse(html);
        Metadata metadata = Metadata.of(page);
        String url = metadata.url() == null ? address : metadata.url();
        String body = body(page, url == null ? "https://localhost/" : url);
        if (body.isBlank()) {
            throw new UnreadableException("is a page without readable text (only menus, scripts or pictures)");
        }
        List<String> paragraphs = new ArrayList<>(List.of(body.split("\n\n")));
        LocalDate residueDate = null;
        while (!paragraphs.isEmpty() && isNoText(paragraphs.get(0), metadata.title())) {
            residueDate = residueDate != null
                    ? residueDate
                    : PageResidue.date(paragraphs.get(0)).orElse(null);
            paragraphs.remove(0);
        }
        paragraphs.removeIf(PageResidue::isResidue);
        if (paragraphs.isEmpty()) {
            throw new UnreadableException("is a page without readable text (only page controls)");
        }
        String text = String.join("\n\n", paragraphs);
        LocalDate published = metadata.published()
                .or(() -> Dates.inUrl(url))
                .or(() -> visibleDate(page))
                .orElse(residueDate);
        String language = Optional.ofNullable(metadata.language())
                .or(() -> Language.of(text))
                .orElse(null);
        return Article.of(file, url, metadata.title(), metadata.publisher(), published, language, text);
    }

    private static boolean isNoText(String paragraph, @Nullable String title) {
        return PageResidue.isResidue(paragraph) || paragraph.strip().equals(title);
    }

    private static String body(Document page, String url) {
        String extracted = isExtractable(page) ? extracted(url, page.clone()) : "";
        if (extracted.length() >= SHORT) {
            return extracted;
        }
        Document plain = page.clone();
        plain.select(CLUTTER).remove();
        String all = text(plain.body());
        return all.length() > extracted.length() ? all : extracted;
    }

    private static boolean isExtractable(Document page) {
        int[] seen = {0, 0};
        NodeTraversor.traverse(
                (node, depth) -> {
                    seen[0] = Math.max(seen[0], depth);
                    seen[1]++;
                },
                page);
        return seen[0] <= DEEPEST && seen[1] <= MOST_NODES;
    }

    private static String extracted(String url, Document page) {
        try {
            Element content = new Readability4J(url, page).parse().getArticleContent();
            if (content == null) {
                return "";
            }
            content.select(CLUTTER).remove();
            return text(content);
        } catch (StackOverflowError | RuntimeException tooOdd) {
            // pages nested thousands deep, or broken in ways the extractor does not foresee: their plain text still
            // counts
            return "";
        }
    }

    private static Optional<LocalDate> visibleDate(Document page) {
        for (Element element :
                page.select("[class*=date], [class*=time], [class*=publish], [id*=date], [class*=meta]")) {
            String text = element.text();
            if (text.length() < 80) {
                Optional<LocalDate> date = Dates.in(text);
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    /** The text of an element, a paragraph a block, parted by blank lines. */
    private static String text(@Nullable Element root) {
        if (root == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        StringBuilder paragraph = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            paragraph.append(words.getWholeText());
                        } else if (node instanceof Element element && element.is(BLOCKS)) {
                            close(paragraph, text);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element && element.is(BLOCKS)) {
                            close(paragraph, text);
                        }
                    }
                },
                root);
        close(paragraph, text);
        return text.toString().strip();
    }

    private static void close(StringBuilder paragraph, StringBuilder text) {
        String plain = paragraph.toString().replaceAll("\\s+", " ").strip();
        paragraph.setLength(0);
        if (!plain.isEmpty()) {
            text.append(text.length() == 0 ? "" : "\n\n").append(plain);
        }
    }
}
