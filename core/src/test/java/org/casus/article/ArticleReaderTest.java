package org.casus.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleReaderTest {
    private static final class Seen implements ArticleSink {
        final List<Article> articles = new ArrayList<>();
        final List<Problem> problems = new ArrayList<>();

        @Override
        public void article(Article article) {
            articles.add(article);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }

    @Property(tries = 2_000)
    void anyBytesAreAnArticleOrAProblem(@ForAll byte[] bytes) {
        Seen seen = read(bytes);
        assertThat(seen.articles.size() + seen.problems.size()).isPositive();
        assertThat(seen.articles)
                .allSatisfy(article -> assertThat(article.body()).isNotBlank());
        assertThat(seen.problems)
                .allSatisfy(problem -> assertThat(problem.reason()).isNotBlank());
    }

    @Property(tries = 1_000)
    void anyTagsAreAnArticleOrAProblem(@ForAll("markup") String page) {
        Seen seen = read(("<html><body>" + page).getBytes(StandardCharsets.UTF_8));
        assertThat(seen.articles.size() + seen.problems.size()).isEqualTo(1);
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<div>",
                        "</div>",
                        "<table>",
                        "<tr>",
                        "<td>",
                        "<a href='x'>",
                        "</a>",
                        "<br>",
                        "<script>",
                        "</script>",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "&lt;",
                        "&#x0;",
                        "France condemned Iran. ",
                        "\u202E",
                        "<time datetime='2020-13-45'>",
                        "<script type='application/ld+json'>{\"@type\":",
                        "<h1>",
                        "<meta charset='x'>",
                        "<svg>",
                        "<template>",
                        "\0")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Test
    void walksFoldersInTheOrderOfNames(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("b.txt"), "The second text is here.");
        Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("z.txt"), "The first text is here.");
        Files.writeString(folder.resolve("c.bin"), "not read");
        Seen seen = new Seen();
        new ArticleReader().read(folder, seen);
        assertThat(seen.articles).extracting(Article::file).containsExactly("z.txt", "b.txt");
        assertThat(seen.problems).isEmpty();
    }

    @Test
    void sameTextSameIdWhereverItCameFrom() {
        Seen one = read("France condemned Iran.".getBytes(StandardCharsets.UTF_8));
        Seen other = read("\uFEFFFrance condemned Iran.\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(one.articles.get(0).id())
                .isEqualTo(other.articles.get(0).id())
                .hasSize(16);
    }

    private static Seen read(byte[] bytes) {
        Seen seen = new Seen();
        new ArticleReader().read(new ByteArrayInputStream(bytes), "input", seen);
        return seen;
    }
}
